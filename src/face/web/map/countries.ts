import {feature} from 'topojson-client'
import type {GeometryCollection, Topology} from 'topojson-specification'
import atlas from 'world-atlas/countries-110m.json' with {type: 'json'}
import {outline} from './sphere.ts'

/** The outlines of all countries (Natural Earth 1:110m, by way of world-atlas). In a file of its own, loaded with the map alone. */
export function countryOutlines(): readonly string[] {
  const topology = atlas as unknown as Topology<{countries: GeometryCollection}>
  return feature(topology, topology.objects.countries).features.flatMap(({geometry}) => {
    if (geometry.type === 'Polygon') return [outline([geometry.coordinates])]
    return geometry.type === 'MultiPolygon' ? [outline(geometry.coordinates)] : []
  })
}
